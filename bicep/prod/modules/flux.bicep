metadata name = 'Flux'
metadata description = 'The Flux extension, and what it applies to the cluster.'

import { factsType, gitOpsType, queueFactsType } from '../types.bicep'

@description('Required. Name of the cluster.')
param clusterName string

@description('Required. What Flux reads; null where it gets nothing to apply.')
param gitOps gitOpsType?

@description('Required. Folder of the region in the repository.')
param path string

@description('Required. What is known only after deployment.')
param facts factsType

@description('Required. The same of the queues; null where there are none.')
param queueFacts queueFactsType?

resource aks 'Microsoft.ContainerService/managedClusters@2025-10-01' existing = {
  name: clusterName
}

resource extension 'Microsoft.KubernetesConfiguration/extensions@2025-03-01' = {
  scope: aks
  name: 'flux'
  properties: {
    extensionType: 'microsoft.flux'
    // Flux 2.7.5. What is rendered is checked for this version, so a newer one comes by a change of this line.
    version: '1.23.0'
    autoUpgradeMinorVersion: false
    scope: { cluster: { releaseNamespace: 'flux-system' } }
    // Flux runs on the system pool. Multi-tenancy stays enforced, which is its default.
    configurationSettings: { 'toleration-keys': 'CriticalAddonsOnly=true:NoSchedule' }
  }
}

resource configuration 'Microsoft.KubernetesConfiguration/fluxConfigurations@2025-04-01' = if (gitOps != null) {
  scope: aks
  name: 'berth'
  properties: {
    scope: 'cluster'
    namespace: 'flux-system'
    sourceKind: 'GitRepository'
    gitRepository: {
      url: gitOps!.url
      repositoryRef: { branch: gitOps!.branch }
      syncIntervalInSeconds: 120
      timeoutInSeconds: 600
    }
    kustomizations: {
      // The key never changes: another one would remove everything and begin anew.
      root: {
        path: path
        prune: true
        wait: false // it holds the objects that wait
        syncIntervalInSeconds: 600
        retryIntervalInSeconds: 60
        timeoutInSeconds: 600
        postBuild: { substitute: { ...facts, ...(queueFacts ?? {}) } } // they land in ConfigMap cluster-facts
      }
    }
  }
  dependsOn: [extension]
}
