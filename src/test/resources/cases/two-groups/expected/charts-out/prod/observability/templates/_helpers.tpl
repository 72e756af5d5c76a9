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
namespace={{ .Values.namespace | quote }}, pod=~"({{ join "|" .Values.workloads }})-[0-9]+"
{{- end }}
