metadata name = 'LLM platform'
metadata description = 'Everything that runs one environment, in all of its regions. foundation.bicep has to be deployed, and the secrets stored, before.'

targetScope = 'subscription'

import { environmentNameType, resourceGroupName } from 'names.bicep'
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

@description('Required. Regions of the environment; the first is the primary.')
@minLength(1)
param regions regionType[]

@description('Required. What the clusters have in common.')
param cluster clusterType

@description('Required. The pool that runs the clusters\' own pods.')
param systemPool systemPoolType

@description('Required. The pools that the cluster autoscaler sizes.')
@minLength(1)
param pools poolType[]

@description('Optional. Names of the pools that are there already, in every deployment but the first: their number of nodes is left to the cluster autoscaler.')
param existingPools string[] = []

@description('Required. The file shares.')
param shares sharesType

@description('Required. Names of the queues whose messages scale groups; none where no group has one.')
param queues queueNameType[]

@description('Required. The PostgreSQL server.')
param database databaseType

@description('Required. The Redis cache.')
param cache cacheType

@description('Required. What Flux reads; null where it gets nothing to apply.')
param gitOps gitOpsType?

// ----- Resources -----

module platforms 'region.bicep' = [
  for region in regions: {
    scope: resourceGroup(resourceGroupName(environmentName, region.name))
    params: {
      environmentName: environmentName
      region: region
      cluster: cluster
      systemPool: systemPool
      pools: pools
      existingPools: existingPools
      shares: shares
      queues: queues
      database: database
      cache: cache
      gitOps: gitOps
    }
  }
]

// ----- Outputs -----

@description('The cluster of each region.')
output clusters clusterReferenceType[] = [
  for (region, index) in regions: {
    region: region.name
    resourceGroup: resourceGroupName(environmentName, region.name)
    name: platforms[index].outputs.clusterName
  }
]

@sealed()
@description('Where a cluster is.')
type clusterReferenceType = {
  @description('Its region.')
  region: string

  @description('Its resource group.')
  resourceGroup: string

  @description('Its name.')
  name: string
}
