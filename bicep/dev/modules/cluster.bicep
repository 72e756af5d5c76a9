metadata name = 'Cluster'
metadata description = 'The AKS cluster of a region with its system pool.'

import { clusterType, systemPoolType, tagsType } from '../types.bicep'

// ----- Parameters -----

@description('Required. Name of the cluster.')
@minLength(1)
@maxLength(54)
param name string

@description('Required. Azure region.')
param location string

@description('Required. Tags.')
param tags tagsType

@description('Required. Name of the control plane\'s identity.')
param identityName string

@description('Required. Name of the network.')
param networkName string

@description('Required. ID of the subnet for nodes.')
param subnetId string

@description('Required. Version, addresses and autoscaler.')
param cluster clusterType

@description('Required. The system pool.')
param systemPool systemPoolType

// ----- Identity of the control plane -----

@description('The role Network Contributor.')
var networkContributor = '4d97b98b-1d4f-4787-a291-c67834d212e7'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: identityName
  location: location
  tags: tags
}

resource network 'Microsoft.Network/virtualNetworks@2025-05-01' existing = {
  name: networkName
}

// On the network and not only on the subnet of the nodes: AKS links the private DNS zone of its API server to it.
resource networkAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: network
  name: guid(network.id, identityName, networkContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', networkContributor)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

// ----- Cluster -----

resource aks 'Microsoft.ContainerService/managedClusters@2025-10-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: 'Base', tier: 'Standard' } // with an uptime commitment
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    dnsPrefix: name
    kubernetesVersion: cluster.kubernetesVersion
    nodeResourceGroup: '${resourceGroup().name}-nodes'

    // Everybody signs in with Entra ID, and roles of Azure say who may do what.
    disableLocalAccounts: true
    aadProfile: { managed: true, enableAzureRBAC: true, adminGroupObjectIDs: [], tenantID: tenant().tenantId }
    apiServerAccessProfile: cluster.apiServer.kind == 'authorizedRanges'
      ? { authorizedIPRanges: cluster.apiServer.ranges }
      : { enablePrivateCluster: true, privateDNSZone: 'system', enablePrivateClusterPublicFQDN: false }

    // Pods get their Azure identity from their service account.
    oidcIssuerProfile: { enabled: true }
    securityProfile: {
      workloadIdentity: { enabled: true }
      imageCleaner: { enabled: true, intervalHours: 168 }
    }

    networkProfile: {
      networkPlugin: 'azure'
      networkPluginMode: 'overlay'
      networkDataplane: 'cilium'
      networkPolicy: 'cilium'
      podCidr: cluster.podAddresses
      serviceCidr: cluster.serviceAddresses
      dnsServiceIP: cluster.dnsAddress
      loadBalancerSku: 'standard'
      outboundType: 'loadBalancer'
    }

    autoUpgradeProfile: { upgradeChannel: 'patch', nodeOSUpgradeChannel: 'NodeImage' }
    autoScalerProfile: cluster.autoScaler

    addonProfiles: {
      azureKeyvaultSecretsProvider: {
        enabled: true
        config: { enableSecretRotation: 'true', rotationPollInterval: '2m' }
      }
    }
    storageProfile: {
      fileCSIDriver: { enabled: true }
      diskCSIDriver: { enabled: true }
      blobCSIDriver: { enabled: false }
      snapshotController: { enabled: false }
    }
    metricsProfile: { costAnalysis: { enabled: true } }

    // A cluster begins with a system pool; the other pools are resources of their own.
    agentPoolProfiles: [
      {
        name: 'system'
        mode: 'System'
        type: 'VirtualMachineScaleSets'
        vmSize: systemPool.size
        count: systemPool.nodes
        enableAutoScaling: false
        maxPods: systemPool.maxPods
        osType: 'Linux'
        osSKU: 'Ubuntu'
        osDiskType: systemPool.osDisk
        osDiskSizeGB: 128
        vnetSubnetID: subnetId
        nodeTaints: systemPool.taints
        upgradeSettings: { maxSurge: '1', drainTimeoutInMinutes: 30 }
        tags: { ...tags, 'berth-because': systemPool.because }
      }
    ]
  }
  dependsOn: [networkAccess]

  // Upgrades come on Sunday: first Kubernetes, then the image of the nodes.
  resource versions 'maintenanceConfigurations' = {
    name: 'aksManagedAutoUpgradeSchedule'
    properties: {
      maintenanceWindow: {
        schedule: { weekly: { intervalWeeks: 1, dayOfWeek: 'Sunday' } }
        startTime: '01:00'
        utcOffset: '+00:00'
        durationHours: 4
      }
    }
  }

  resource images 'maintenanceConfigurations' = {
    name: 'aksManagedNodeOSUpgradeSchedule'
    properties: {
      maintenanceWindow: {
        schedule: { weekly: { intervalWeeks: 1, dayOfWeek: 'Sunday' } }
        startTime: '05:00'
        utcOffset: '+00:00'
        durationHours: 8
      }
    }
  }
}

// ----- Outputs -----

@description('Who vouches for the cluster\'s service accounts.')
output issuer string = aks.properties.oidcIssuerProfile.issuerURL
