{{/* Labels of every object: the recommended ones of Kubernetes. */}}
{{- define "observability.labels" -}}
app.kubernetes.io/name: observability
app.kubernetes.io/instance: {{ .Release.Name | quote }}
app.kubernetes.io/component: monitoring
app.kubernetes.io/part-of: berth
app.kubernetes.io/managed-by: {{ .Release.Service | quote }}
{{- end }}

{{/* The replicas of Ollama, in metrics of kube-state-metrics. */}}
{{- define "observability.replicas" -}}
{{- $workloads := list }}
{{- range .Values.groups }}{{ $workloads = append $workloads .workload }}{{ end }}
{{- template "observability.pods" (dict "root" . "workloads" $workloads) }}
{{- end }}

{{/* The replicas of some StatefulSets. */}}
{{- define "observability.pods" -}}
namespace={{ .root.Values.namespace | quote }}, pod=~"({{ join "|" .workloads }})-[0-9]+"
{{- end }}

{{/* The Services of the groups. */}}
{{- define "observability.services" -}}
{{- $services := list }}
{{- range .Values.groups }}{{ $services = append $services .service }}{{ end }}
{{- join "|" $services }}
{{- end }}

{{/* Backends of the router, on both of its pods. */}}
{{- define "observability.backends" -}}
namespace={{ .root.Values.namespace | quote }}, proxy=~{{ join "|" .backends | quote }}
{{- end }}
