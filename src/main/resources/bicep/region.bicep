metadata name = 'Region'
metadata description = 'The platform in one region. Nothing here is shared with another region.'

targetScope = 'resourceGroup'

import {
  clusterName
  environmentNameType
  identityName
  networkName
  queueAccountName
  serverName
  storageName
  vaultName
} from 'names.bicep'
import {
  cacheType
  clusterType
  databaseType
  gitOpsType
  poolType
  queueNameType
  regionType
  sharesType
  systemPoolType
} from 'types.bicep'

// ----- Parameters -----

@description('Required. Name of the environment.')
param environmentName environmentNameType

@description('Required. The region and its address ranges.')
param region regionType

@description('Required. The cluster.')
param cluster clusterType

@description('Required. The pool that runs the cluster\'s own pods.')
param systemPool systemPoolType

@description('Required. The pools that the cluster autoscaler sizes.')
param pools poolType[]

@description('Required. Names of the pools that are there already.')
param existingPools string[]

@description('Required. The file shares.')
param shares sharesType

@description('Required. Names of the queues.')
param queues queueNameType[]

@description('Required. The PostgreSQL server.')
param database databaseType

@description('Required. The Redis cache.')
param cache cacheType

@description('Required. What Flux reads; null where it gets nothing to apply.')
param gitOps gitOpsType?

// ----- Variables -----

@description('Part of the names that are unique in the world.')
var subscriptionId = subscription().subscriptionId

@description('Names that several modules need. They are computed and not read from outputs, so that what-if can follow them.')
var names = {
  vault: vaultName(subscriptionId, environmentName, region.name)
  storage: storageName(subscriptionId, environmentName, region.name)
  queues: queueAccountName(subscriptionId, environmentName, region.name)
  keda: identityName('keda', environmentName, region.name)
  database: serverName('psql', subscriptionId, environmentName, region.name)
  cache: serverName('redis', subscriptionId, environmentName, region.name)
  cluster: clusterName(environmentName, region.name)
  network: networkName(environmentName, region.name)
}

@description('The tags of every resource that takes some.')
var tags = { environment: environmentName, 'managed-by': 'berth' }

// ----- Network -----

module network 'modules/network.bicep' = {
  params: {
    name: names.network
    location: region.name
    tags: tags
    addresses: region.addresses
  }
}

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: names.vault
}

module vaultEndpoint 'modules/privateEndpoint.bicep' = {
  params: {
    name: 'pe-vault-${environmentName}-${region.name}'
    location: region.name
    tags: tags
    networkId: network.outputs.networkId
    subnetId: network.outputs.endpointsSubnetId
    targetId: vault.id
    groupId: 'vault'
    zoneName: 'privatelink.vaultcore.azure.net'
  }
}

// ----- Data -----

module storage 'modules/storage.bicep' = {
  params: {
    name: names.storage
    location: region.name
    tags: tags
    shares: shares
  }
}

module storageEndpoint 'modules/privateEndpoint.bicep' = {
  params: {
    name: 'pe-files-${environmentName}-${region.name}'
    location: region.name
    tags: tags
    networkId: network.outputs.networkId
    subnetId: network.outputs.endpointsSubnetId
    targetId: storage.outputs.id
    groupId: 'file'
    zoneName: 'privatelink.file.core.windows.net'
  }
}

module postgres 'modules/database.bicep' = {
  params: {
    name: names.database
    location: region.name
    tags: tags
    networkId: network.outputs.networkId
    subnetId: network.outputs.postgresSubnetId
    database: database
    password: vault.getSecret('postgres-admin-password')
    vaultName: names.vault
  }
}

module redis 'modules/cache.bicep' = {
  params: {
    name: names.cache
    location: region.name
    tags: tags
    cache: cache
    vaultName: names.vault
  }
}

module redisEndpoint 'modules/privateEndpoint.bicep' = {
  params: {
    name: 'pe-redis-${environmentName}-${region.name}'
    location: region.name
    tags: tags
    networkId: network.outputs.networkId
    subnetId: network.outputs.endpointsSubnetId
    targetId: redis.outputs.id
    groupId: 'redisEnterprise'
    zoneName: 'privatelink.redis.azure.net'
  }
}

// ----- Cluster -----

module aks 'modules/cluster.bicep' = {
  params: {
    name: names.cluster
    location: region.name
    tags: tags
    identityName: identityName('aks', environmentName, region.name)
    networkName: names.network
    subnetId: network.outputs.nodesSubnetId
    cluster: cluster
    systemPool: systemPool
  }
}

module aksPools 'modules/pools.bicep' = {
  params: {
    clusterName: names.cluster
    subnetId: network.outputs.nodesSubnetId
    pools: pools
    existingPools: existingPools
    tags: tags
  }
  dependsOn: [aks]
}

// ----- Identities of pods -----

module webuiIdentity 'modules/workloadIdentity.bicep' = {
  params: {
    name: identityName('webui', environmentName, region.name)
    location: region.name
    tags: tags
    issuer: aks.outputs.issuer
    serviceAccounts: [{ namespace: 'ollama', name: 'open-webui' }]
    vaultName: names.vault
    secrets: ['webui-secret-key', 'webui-admin-password', 'webui-database-url', 'webui-redis-url']
  }
  dependsOn: [postgres, redis]
}

module grafanaIdentity 'modules/workloadIdentity.bicep' = {
  params: {
    name: identityName('grafana', environmentName, region.name)
    location: region.name
    tags: tags
    issuer: aks.outputs.issuer
    serviceAccounts: [{ namespace: 'monitoring', name: 'kube-prometheus-stack-grafana' }]
    vaultName: names.vault
    secrets: ['grafana-admin-user', 'grafana-admin-password']
  }
}

// ----- Queues -----

module kedaIdentity 'modules/workloadIdentity.bicep' = if (!empty(queues)) {
  params: {
    name: names.keda
    location: region.name
    tags: tags
    issuer: aks.outputs.issuer
    serviceAccounts: [{ namespace: 'keda', name: 'keda-operator' }]
    vaultName: names.vault
    secrets: []
  }
}

module queueStorage 'modules/queues.bicep' = if (!empty(queues)) {
  params: {
    name: names.queues
    location: region.name
    tags: tags
    queues: queues
    counterName: names.keda
    counterId: kedaIdentity!.outputs.principalId
  }
}

module queueEndpoint 'modules/privateEndpoint.bicep' = if (!empty(queues)) {
  params: {
    name: 'pe-queues-${environmentName}-${region.name}'
    location: region.name
    tags: tags
    networkId: network.outputs.networkId
    subnetId: network.outputs.endpointsSubnetId
    targetId: queueStorage!.outputs.id
    groupId: 'queue'
    zoneName: 'privatelink.queue.core.windows.net'
  }
}

// ----- Flux -----

module flux 'modules/flux.bicep' = {
  params: {
    clusterName: names.cluster
    gitOps: gitOps
    path: './environments/${environmentName}/${region.name}'
    facts: {
      tenantId: tenant().tenantId
      keyVaultName: names.vault
      storageResourceGroup: resourceGroup().name
      storageAccount: names.storage
      webuiClientId: webuiIdentity.outputs.clientId
      grafanaClientId: grafanaIdentity.outputs.clientId
    }
    queueFacts: empty(queues) ? null : { queueAccount: names.queues, kedaClientId: kedaIdentity!.outputs.clientId }
  }
  // What Flux starts needs nodes, secrets and shares.
  dependsOn: [aksPools, vaultEndpoint, storageEndpoint, redisEndpoint, queueEndpoint]
}

// ----- Outputs -----

@description('Name of the cluster.')
output clusterName string = names.cluster
