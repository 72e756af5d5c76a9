{{/* Labels that choose the pods. They are immutable in a StatefulSet: nothing may be added here. */}}
{{- define "model-router.selector" -}}
app: model-router
{{- end }}

{{/* Labels of every object: the recommended ones of Kubernetes. No chart version in them, it would restart the pods. */}}
{{- define "model-router.labels" -}}
app.kubernetes.io/name: model-router
app.kubernetes.io/instance: {{ .Release.Name | quote }}
app.kubernetes.io/component: router
app.kubernetes.io/part-of: berth
app.kubernetes.io/managed-by: {{ .Release.Service | quote }}
{{- end }}

{{/* Every replica that some model may be asked from, each once. */}}
{{- define "model-router.replicas" -}}
{{- $all := list }}
{{- range .Values.models }}
{{- $all = concat $all .replicas }}
{{- end }}
{{- range $all | uniq | sortAlpha }}
{{ . }}
{{- end }}
{{- end }}

{{/* The address of a replica. */}}
{{- define "model-router.address" -}}
{{ .replica }}.ollama-replicas.{{ .namespace }}.svc.cluster.local:11434
{{- end }}

{{/* A refusal, in the form in which the API that was asked says what is wrong. */}}
{{- define "model-router.refuse" -}}
{{- $again := .again | default false | ternary " hdr Retry-After 30" "" }}
    http-request return status {{ .status }} content-type application/json{{ $again }} lf-string "{\"error\":\"{{ .says }}\"}" if ! asks_openai {{ .when }}
    http-request return status {{ .status }} content-type application/json{{ $again }} lf-string "{\"type\":\"error\",\"error\":{\"type\":\"{{ .type }}\",\"message\":\"{{ .says }}\"}}" if asks_openai {{ .when }}
{{- end }}
