metadata name = 'Pools'
metadata description = 'The pools that the cluster autoscaler sizes: one for applications, the others with GPUs.'

import { poolType, tagsType } from '../types.bicep'

@description('Required. Name of the cluster.')
param clusterName string

@description('Required. ID of the subnet for nodes.')
param subnetId string

@description('Required. The pools.')
param pools poolType[]

@description('Required. Names of the pools that are there already.')
param existingPools string[]

@description('Required. Tags.')
param tags tagsType

resource aks 'Microsoft.ContainerService/managedClusters@2025-10-01' existing = {
  name: clusterName
}

// One after another: AKS takes few changes of pools per minute. AKS wants to know how many nodes a new pool begins with;
// once it exists the number is the autoscaler's, and deploying again must not change it.
@batchSize(1)
resource nodes 'Microsoft.ContainerService/managedClusters/agentPools@2025-10-01' = [
  for pool in pools: {
    parent: aks
    name: pool.name
    properties: {
      mode: 'User'
      type: 'VirtualMachineScaleSets'
      vmSize: pool.size
      enableAutoScaling: true
      count: contains(existingPools, pool.name) ? null : pool.minNodes
      minCount: pool.minNodes
      maxCount: pool.maxNodes
      scaleDownMode: 'Delete' // a node that is only stopped still costs its disk
      // AKS labels and taints spot nodes itself. -1: never pay more than the list price, and never lose a node by price.
      scaleSetPriority: pool.priority
      scaleSetEvictionPolicy: pool.priority == 'Spot' ? 'Delete' : null
      spotMaxPrice: pool.priority == 'Spot' ? -1 : null
      maxPods: pool.maxPods
      osType: 'Linux'
      osSKU: 'Ubuntu'
      osDiskType: pool.osDisk
      osDiskSizeGB: 128
      vnetSubnetID: subnetId
      // AKS installs the driver; device plugin and metrics exporter are ours.
      gpuProfile: pool.gpu ? { driver: 'Install' } : null
      nodeLabels: pool.labels
      nodeTaints: pool.taints
      // AKS upgrades spot nodes without further ones, and refuses to be told how many.
      upgradeSettings: pool.priority == 'Spot' ? null : { maxSurge: '1', drainTimeoutInMinutes: 30 }
      tags: { ...tags, 'berth-because': pool.because }
    }
  }
]
