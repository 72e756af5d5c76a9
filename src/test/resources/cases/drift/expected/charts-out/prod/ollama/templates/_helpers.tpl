{{/* Labels that choose the pods of a group. They are immutable in a StatefulSet: nothing may be added here. */}}
{{- define "ollama.selector" -}}
app: ollama
berth.dev/group: {{ .group | quote }}
{{- end }}

{{/* Labels of every object: the recommended ones of Kubernetes. No chart version in them, it would restart the pods. */}}
{{- define "ollama.labels" -}}
app.kubernetes.io/name: ollama
app.kubernetes.io/instance: {{ .root.Release.Name | quote }}
app.kubernetes.io/component: inference
app.kubernetes.io/part-of: berth
app.kubernetes.io/managed-by: {{ .root.Release.Service | quote }}
{{- end }}

{{/* What a pod of Ollama may, beside its containers. */}}
{{- define "ollama.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
fsGroupChangePolicy: OnRootMismatch
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{/* What each of its containers may. */}}
{{- define "ollama.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop:
    - ALL
{{- end }}
