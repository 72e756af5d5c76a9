metadata description = 'Types of the parameters. They are sealed and name every allowed word, so that a slip in main.bicepparam is an error of the compiler.'

@export()
@sealed()
@description('Tags of resources.')
type tagsType = {
  @description('The environment that a resource belongs to.')
  environment: string

  @description('Who wrote it.')
  'managed-by': 'berth'
}

// ----- Regions -----

@export()
@sealed()
@description('A region and its address ranges.')
type regionType = {
  @description('Azure region.')
  @minLength(1)
  name: string

  @description('Address ranges of the region\'s network.')
  addresses: addressesType
}

@export()
@sealed()
@description('Address ranges of a network and its subnets.')
type addressesType = {
  @description('The whole network; distinct per region, so that networks can be peered.')
  network: string

  @description('Nodes of all pools.')
  nodes: string

  @description('The database, which wants a subnet of its own.')
  postgres: string

  @description('Private endpoints.')
  endpoints: string
}

// ----- Cluster -----

@export()
@sealed()
@description('What the clusters of all regions have in common.')
type clusterType = {
  @description('Minor version of Kubernetes; patches follow by themselves.')
  kubernetesVersion: string

  @description('Addresses of pods: an overlay, so every cluster may use the same.')
  podAddresses: string

  @description('Addresses of Kubernetes Services, known inside the cluster only.')
  serviceAddresses: string

  @description('Address of the cluster DNS, one of the Service addresses.')
  dnsAddress: string

  @description('Who can reach the API server.')
  apiServer: apiServerType

  @description('Settings of the cluster autoscaler.')
  autoScaler: autoScalerType
}

@discriminator('kind')
@description('The API server is private, or public for named ranges. It is never open to everybody.')
type apiServerType = privateApiServerType | authorizedApiServerType

@sealed()
@description('An API server with a private address only.')
type privateApiServerType = {
  @description('Private.')
  kind: 'private'
}

@sealed()
@description('An API server with a public address.')
type authorizedApiServerType = {
  @description('Public, with a list.')
  kind: 'authorizedRanges'

  @description('Address ranges that may connect.')
  @minLength(1)
  ranges: string[]
}

@description('A switch as the cluster autoscaler takes it.')
type switchType = 'true' | 'false'

@sealed()
@description('Settings of the cluster autoscaler, in its own words.')
type autoScalerType = {
  @description('How a pool is chosen when several would do.')
  expander: 'least-waste' | 'most-pods' | 'priority' | 'random'

  @description('Time between two looks.')
  'scan-interval': string

  @description('How long a node may take to become ready.')
  'max-node-provision-time': string

  @description('How long a node must have been superfluous.')
  'scale-down-unneeded-time': string

  @description('Time without removals after a node was added.')
  'scale-down-delay-after-add': string

  @description('Time without removals after a node was removed.')
  'scale-down-delay-after-delete': string

  @description('Time without removals after a removal failed.')
  'scale-down-delay-after-failure': string

  @description('Requests over allocatable below which a node is superfluous.')
  'scale-down-utilization-threshold': string

  @description('Longest time that pods of a removed node get to finish, in seconds.')
  'max-graceful-termination-sec': string

  @description('Whether pods with local storage keep their node.')
  'skip-nodes-with-local-storage': switchType

  @description('Whether pods of the system keep their node.')
  'skip-nodes-with-system-pods': switchType

  @description('Whether similar pools are kept at the same size.')
  'balance-similar-node-groups': switchType
}

// ----- Pools -----

@description('Pods that a node can run. The kubelet reserves memory for each of them.')
@minValue(30)
@maxValue(250)
type maxPodsType = int

@description('Disk of the operating system: on the node itself, or a managed disk where that has no room.')
type osDiskType = 'Ephemeral' | 'Managed'

@description('A taint with its effect: key=value:Effect.')
type taintType = string

@description('Why a pool has so many nodes; it becomes a tag.')
@minLength(1)
@maxLength(256)
type reasonType = string

@export()
@sealed()
@description('The pool that runs the cluster\'s own pods.')
type systemPoolType = {
  @description('Azure VM size.')
  size: string

  @description('Nodes, a fixed number.')
  @minValue(1)
  nodes: int

  @description('Pods per node.')
  maxPods: maxPodsType

  @description('Disk of the operating system.')
  osDisk: osDiskType

  @description('Taints that keep other pods away.')
  @minLength(1)
  taints: taintType[]

  @description('Why there are so many nodes.')
  because: reasonType
}

@export()
@sealed()
@description('A pool that the cluster autoscaler sizes.')
type poolType = {
  @description('Name of the pool: up to 12 lower-case letters and digits.')
  @minLength(1)
  @maxLength(12)
  name: string

  @description('Azure VM size.')
  size: string

  @description('Whether the nodes have GPUs.')
  gpu: bool

  @description('Whether the nodes stay, or are unused capacity that Azure takes back when it needs it.')
  priority: 'Regular' | 'Spot'

  @description('Fewest nodes.')
  @minValue(0)
  @maxValue(1000)
  minNodes: int

  @description('Most nodes.')
  @minValue(1)
  @maxValue(1000)
  maxNodes: int

  @description('Pods per node.')
  maxPods: maxPodsType

  @description('Disk of the operating system.')
  osDisk: osDiskType

  @description('Labels of the nodes.')
  labels: labelsType

  @description('Taints of the nodes.')
  taints: taintType[]

  @description('Why the bounds are what they are.')
  because: reasonType
}

@description('Labels by their key.')
type labelsType = {
  @description('Value of a label.')
  *: string
}

// ----- Storage, database, cache -----

@export()
@description('Name of a queue: lower-case letters, digits and single hyphens.')
@minLength(3)
@maxLength(63)
type queueNameType = string

@export()
@sealed()
@description('The file shares.')
type sharesType = {
  @description('Model files.')
  models: shareType

  @description('Uploads of Open WebUI.')
  webui: shareType
}

@sealed()
@description('A share on SSD, with provisioned speed.')
type shareType = {
  @description('Size in GiB.')
  @minValue(32)
  @maxValue(262144)
  sizeGib: int

  @description('Operations per second.')
  @minValue(3000)
  @maxValue(102400)
  iops: int

  @description('MiB per second.')
  @minValue(100)
  @maxValue(10340)
  throughputMibps: int
}

@export()
@sealed()
@description('The PostgreSQL server.')
type databaseType = {
  @description('Major version of PostgreSQL.')
  version: '16' | '17' | '18'

  @description('Tier of the size.')
  tier: 'Burstable' | 'GeneralPurpose' | 'MemoryOptimized'

  @description('Azure size of the server.')
  size: string

  @description('Disk in GiB.')
  storageGib: 32 | 64 | 128 | 256 | 512 | 1024

  @description('Days that backups are kept.')
  @minValue(7)
  @maxValue(35)
  backupDays: int
}

@export()
@sealed()
@description('The Redis cache.')
type cacheType = {
  @description('Size in Azure Managed Redis.')
  size: 'Balanced_B0' | 'Balanced_B1' | 'Balanced_B3' | 'Balanced_B5' | 'Balanced_B10'

  @description('Whether a second node takes over when one fails.')
  highAvailability: 'Enabled' | 'Disabled'
}

// ----- GitOps -----

@export()
@sealed()
@description('What Flux reads.')
type gitOpsType = {
  @description('Address of the Git repository.')
  @minLength(1)
  url: string

  @description('Branch.')
  @minLength(1)
  branch: string
}

@export()
@sealed()
@description('What is known only after deployment: Flux puts it into ConfigMap cluster-facts.')
type factsType = {
  @description('ID of the Entra tenant.')
  tenantId: string

  @description('Name of the Key Vault.')
  keyVaultName: string

  @description('Resource group of the storage account.')
  storageResourceGroup: string

  @description('Name of the storage account.')
  storageAccount: string

  @description('Client ID of Open WebUI\'s identity.')
  webuiClientId: string

  @description('Client ID of Grafana\'s identity.')
  grafanaClientId: string
}

@export()
@sealed()
@description('What is known of the queues only after deployment; it lands in the same place.')
type queueFactsType = {
  @description('Name of the storage account of the queues.')
  queueAccount: string

  @description('Client ID of KEDA\'s identity.')
  kedaClientId: string
}
