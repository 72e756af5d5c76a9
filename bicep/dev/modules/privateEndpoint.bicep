metadata name = 'Private endpoint'
metadata description = 'A private address for one service, and the DNS zone by which the network finds it.'

import { tagsType } from '../types.bicep'

@description('Required. Name of the endpoint.')
@minLength(2)
@maxLength(64)
param name string

@description('Required. Azure region.')
param location string

@description('Required. Tags.')
param tags tagsType

@description('Required. ID of the network that resolves the name.')
param networkId string

@description('Required. ID of the subnet that holds the address.')
param subnetId string

@description('Required. ID of the service.')
param targetId string

@description('Required. The part of the service that is reached.')
param groupId 'file' | 'queue' | 'redisEnterprise' | 'vault'

@description('Required. Name of the private DNS zone; Azure fixes it for each kind of service.')
param zoneName
  | 'privatelink.file.core.windows.net'
  | 'privatelink.queue.core.windows.net'
  | 'privatelink.redis.azure.net'
  | 'privatelink.vaultcore.azure.net'

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: zoneName
  location: 'global'
  tags: tags

  resource link 'virtualNetworkLinks' = {
    name: 'network'
    location: 'global'
    tags: tags
    properties: {
      virtualNetwork: { id: networkId }
      registrationEnabled: false
    }
  }
}

resource endpoint 'Microsoft.Network/privateEndpoints@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    subnet: { id: subnetId }
    customNetworkInterfaceName: 'nic-${name}'
    privateLinkServiceConnections: [
      {
        name: groupId
        properties: { privateLinkServiceId: targetId, groupIds: [groupId] }
      }
    ]
  }

  resource records 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: groupId
          properties: { privateDnsZoneId: zone.id }
        }
      ]
    }
  }
}
