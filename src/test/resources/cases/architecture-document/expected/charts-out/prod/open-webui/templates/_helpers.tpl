{{/* Labels that choose the pods. They are immutable in a Deployment: nothing may be added here. */}}
{{- define "open-webui.selector" -}}
app: open-webui
{{- end }}

{{/* Labels of every object: the recommended ones of Kubernetes. No chart version in them, it would restart the pods. */}}
{{- define "open-webui.labels" -}}
app.kubernetes.io/name: open-webui
app.kubernetes.io/instance: {{ .Release.Name | quote }}
app.kubernetes.io/component: frontend
app.kubernetes.io/part-of: berth
app.kubernetes.io/managed-by: {{ .Release.Service | quote }}
{{- end }}

{{/* The environment of both containers, so that the one that prepares the database sees the same settings. */}}
{{- define "open-webui.env" -}}
# The same for all replicas: otherwise one does not know the sessions of another.
- name: WEBUI_SECRET_KEY
  valueFrom:
    secretKeyRef:
      name: open-webui
      key: secret-key
# State that replicas share: accounts, chats and vectors in PostgreSQL, sessions and events in Redis.
- name: DATABASE_URL
  valueFrom:
    secretKeyRef:
      name: open-webui
      key: database-url
- name: REDIS_URL
  valueFrom:
    secretKeyRef:
      name: open-webui
      key: redis-url
# The first account, made while there is none. Otherwise whoever comes first would be the administrator.
- name: WEBUI_ADMIN_EMAIL
  value: admin@localhost
- name: WEBUI_ADMIN_PASSWORD
  valueFrom:
    secretKeyRef:
      name: open-webui
      key: admin-password
- name: VECTOR_DB
  value: pgvector
- name: ENABLE_WEBSOCKET_SUPPORT
  value: "True"
- name: WEBSOCKET_MANAGER
  value: redis
# The init container runs them, one replica at a time.
- name: ENABLE_DB_MIGRATIONS
  value: "False"
# Settings come from here and not from what somebody once saved in the database.
- name: ENABLE_PERSISTENT_CONFIG
  value: "False"
# One process: more processes are more replicas.
- name: UVICORN_WORKERS
  value: "1"
- name: THREAD_POOL_SIZE
  value: {{ int .Values.threads | quote }}
# Open WebUI has two pools of this size and one for vectors.
- name: DATABASE_POOL_SIZE
  value: {{ int .Values.database.poolSize | quote }}
- name: DATABASE_POOL_MAX_OVERFLOW
  value: {{ int .Values.database.poolOverflow | quote }}
- name: PGVECTOR_POOL_SIZE
  value: {{ int .Values.database.vectorPoolSize | quote }}
- name: PGVECTOR_POOL_MAX_OVERFLOW
  value: {{ int .Values.database.vectorPoolOverflow | quote }}
# Seconds between writes of "last seen", which would otherwise come with every request.
- name: DATABASE_USER_ACTIVE_STATUS_UPDATE_INTERVAL
  value: "300"
{{- $urls := list }}
{{- $configs := dict }}
{{- range $index, $connection := .Values.ollama.connections }}
{{- $urls = append $urls $connection.url }}
{{- $_ := set $configs (toString $index) (dict "enable" true "model_ids" $connection.models) }}
{{- end }}
- name: OLLAMA_BASE_URLS
  value: {{ join ";" $urls | quote }}
{{- if gt (len $urls) 1 }}
# Every group lists the models of the whole share: each is asked only for its own.
- name: OLLAMA_API_CONFIGS
  value: {{ toJson $configs | quote }}
{{- end }}
{{- if eq .Values.ollama.app "model-router" }}
# The router leads users back to the replica that knows their chat; names and addresses go no further than there.
- name: ENABLE_FORWARD_USER_INFO_HEADERS
  value: "True"
{{- end }}
# Longer than the longest wait for an answer to begin.
- name: AIOHTTP_CLIENT_TIMEOUT
  value: {{ int .Values.ollama.timeoutSeconds | quote }}
# Without a key it would only wait for the lists of a provider that the network policy keeps out of reach.
- name: ENABLE_OPENAI_API
  value: "False"
# Ollama makes the embeddings: the built-in engine would load a model into every replica.
- name: RAG_EMBEDDING_ENGINE
  value: ollama
{{- if .Values.embedding.model }}
- name: RAG_EMBEDDING_MODEL
  value: {{ .Values.embedding.model | quote }}
- name: RAG_OLLAMA_BASE_URL
  value: {{ .Values.embedding.url | quote }}
{{- else }}
# No model of this environment makes embeddings: documents go into the chat as a whole.
- name: BYPASS_EMBEDDING_AND_RETRIEVAL
  value: "True"
{{- end }}
# What Open WebUI asks of models by itself. Each is set: the plan counts what is on, and defaults may change.
{{- with .Values.tasks.model }}
- name: TASK_MODEL
  value: {{ . | quote }}
{{- end }}
{{- range $variable, $on := .Values.tasks.switches }}
- name: {{ $variable }}
  value: {{ $on | quote }}
{{- end }}
{{- with .Values.host }}
# What browsers may send with the session. Both schemes: TLS may end in front of the load balancer.
- name: CORS_ALLOW_ORIGIN
  value: {{ printf "https://%s;http://%s" . . | quote }}
{{- end }}
# Functions that people upload install no packages.
- name: ENABLE_PIP_INSTALL_FRONTMATTER_REQUIREMENTS
  value: "False"
# No downloads and no search for updates: the network policy allows neither.
- name: OFFLINE_MODE
  value: "True"
- name: ANONYMIZED_TELEMETRY
  value: "False"
- name: DO_NOT_TRACK
  value: "True"
- name: SCARF_NO_ANALYTICS
  value: "True"
# The root file system is read-only: these are the folders that are written.
- name: DATA_DIR
  value: /data
- name: STATIC_DIR
  value: /static
- name: HOME
  value: /tmp
{{- end }}

{{/* What both containers mount. */}}
{{- define "open-webui.volumeMounts" -}}
- name: data
  mountPath: /data
- name: uploads
  mountPath: /data/uploads
- name: static
  mountPath: /static
- name: tmp
  mountPath: /tmp
# Mounted although nobody reads it: the Secret exists only while a pod mounts its class.
- name: secrets
  mountPath: /mnt/secrets
  readOnly: true
{{- end }}

{{/* Both containers run as an account without rights. */}}
{{- define "open-webui.securityContext" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop:
    - ALL
{{- end }}
