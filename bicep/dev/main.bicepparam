// What main.bicep creates for environment dev. Written by Berth, edits are overwritten: change
// the value file instead. `berth explain dev <file>:<parameter>` tells where a number comes from.
using './main.bicep'

param environmentName = 'dev'

// The first is the primary.
param regions = [
  {
    name: 'swedencentral'
    addresses: {
      // range 1 of those that Berth gives to regions, so that networks can be joined, because of azure.regions[0]
      network: '10.64.0.0/16'
      // the first /20 of the network, because of azure.regions[0]
      nodes: '10.64.0.0/20'
      // behind the nodes, the least that PostgreSQL takes, because of azure.regions[0]
      postgres: '10.64.16.0/28'
      // behind PostgreSQL, because of azure.regions[0]
      endpoints: '10.64.16.32/27'
    }
  }
]

param cluster = {
  kubernetesVersion: '1.35'
  // an overlay, apart from all other ranges; a node takes a /24 of it
  podAddresses: '10.244.0.0/16'
  // known inside the cluster only, and apart from all other ranges
  serviceAddresses: '10.245.0.0/16'
  // the tenth of the Service addresses
  dnsAddress: '10.245.0.10'
  // Private, as no azure.apiServerRanges are set: Flux works from inside, people use `az aks command invoke`.
  apiServer: {
    kind: 'private'
  }
  autoScaler: {
    // AKS's default is random, which could answer a CPU pod with a GPU node
    expander: 'least-waste'
    // AKS's default
    'scan-interval': '10s'
    // AKS's default; a GPU node takes 5 to 11 minutes
    'max-node-provision-time': '15m'
    // AKS's default, and the architecture document's idle time
    'scale-down-unneeded-time': '10m'
    // AKS's default
    'scale-down-delay-after-add': '10m'
    // AKS's default
    'scale-down-delay-after-delete': '10s'
    // AKS's default
    'scale-down-delay-after-failure': '3m'
    // AKS's default; a GPU node with one pod is above it
    'scale-down-utilization-threshold': '0.5'
    // AKS's default; longer than replicas go on answering
    'max-graceful-termination-sec': '600'
    // replicas keep scratch files on their node, which may go with it
    'skip-nodes-with-local-storage': 'false'
    // AKS's default; its own pods keep to the system pool
    'skip-nodes-with-system-pods': 'true'
    // AKS's default; no two pools are meant to be alike
    'balance-similar-node-groups': 'false'
  }
}

param systemPool = {
  size: 'Standard_D4ds_v5'
  // default
  nodes: 2
  // enough, and each possible pod costs memory
  maxPods: 110
  // Standard_D4ds_v5 has room for it on its own disk
  osDisk: 'Ephemeral'
  taints: [
    'CriticalAddonsOnly=true:NoSchedule'
  ]
  because: '2 nodes: default'
}

param pools = [
  {
    name: 'apps'
    size: 'Standard_D4ds_v5'
    gpu: false
    priority: 'Regular'
    // 22 containers with 3160m and 7.9 GiB, of them 1 of Open WebUI, packed on nodes with 3340m and 10.7 GiB, at least 2, because of webui.replicas.min
    minNodes: 2
    // 23 containers with 3660m and 10.1 GiB, of them 2 of Open WebUI, packed on nodes with 3340m and 10.7 GiB, at least 2, because of webui.replicas.max, webui.replicas.min
    maxNodes: 2
    // enough, and each possible pod costs memory
    maxPods: 110
    // Standard_D4ds_v5 has room for it on its own disk
    osDisk: 'Ephemeral'
    labels: {}
    taints: []
    because: '2 nodes; min: 22 containers with 3160m and 7.9 GiB, of them 1 of Open WebUI, packed on nodes with 3340m and 10.7 GiB, at least ...; max: 23 containers with 3660m and 10.1 GiB, of them 2 of Open WebUI, packed on nodes with 3340m and 10.7 GiB, at least ...'
  }
  {
    name: 'gpu'
    size: 'Standard_NC4as_T4_v3'
    gpu: true
    priority: 'Regular'
    // as many as run when every group is at its smallest, because of inference.groups.default.engine
    minNodes: 0
    // as many as run when every group is at its largest, because of inference.groups.default.replicas.max, inference.groups.default.engine
    maxNodes: 2
    // enough, and each possible pod costs memory
    maxPods: 30
    // Standard_NC4as_T4_v3 has room for it on its own disk
    osDisk: 'Ephemeral'
    labels: {
      gpu: 'true'
      'nvidia.com/gpu.present': 'true'
    }
    taints: [
      'sku=gpu:NoSchedule'
    ]
    because: '0 to 2 nodes; min: as many as run when every group is at its smallest, because of inference.groups.default.engine; max: as many as run when every group is at its largest, because of inference.groups.default.replicas.max, inference.groups.default.engine'
  }
]

param shares = {
  models: {
    // model files 3.5 x 2.0 for changes, at least 32
    sizeGib: 32
    // what comes with every share
    iops: 3000
    // one file is read with 1024 MiB/s, and a replica waits for its model
    throughputMibps: 1024
  }
  webui: {
    // the smallest that Azure Files has
    sizeGib: 32
    // what comes with every share
    iops: 3000
    // what comes with every share
    throughputMibps: 100
  }
}

param queues = []
// assumed to hold accounts, chats and vectors
param database = {
  version: '17'
  tier: 'GeneralPurpose'
  // its 844 connections are those that the replicas' pools count with
  size: 'Standard_D2ds_v5'
  storageGib: 64
  backupDays: 14
}

// it holds sessions only, so the smallest; with a second node, because nobody can chat without it
param cache = {
  size: 'Balanced_B0'
  highAvailability: 'Enabled'
}

param gitOps = {
  url: 'https://git.example.com/platform/llm.git'
  branch: 'main'
}
