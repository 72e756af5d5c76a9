metadata name = 'Network'
metadata description = 'The network of a region: subnets for nodes, the database and private endpoints.'

import { addressesType, tagsType } from '../types.bicep'

@description('Required. Name of the network.')
@minLength(2)
@maxLength(64)
param name string

@description('Required. Azure region.')
param location string

@description('Required. Tags.')
param tags tagsType

@description('Required. Address ranges.')
param addresses addressesType

// NFS knows no users: whoever reaches a share can read it. So only nodes reach the endpoints, and only where something
// listens: NFS, Key Vault, queues, Redis. Nodes need no group here, AKS keeps one on their network cards.
resource endpointsGroup 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: 'nsg-endpoints-${name}'
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'allow-nodes'
        properties: {
          priority: 100
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: addresses.nodes
          sourcePortRange: '*'
          destinationAddressPrefix: addresses.endpoints
          destinationPortRanges: ['443', '2049', '10000']
        }
      }
      {
        name: 'deny-others'
        properties: {
          priority: 4096
          direction: 'Inbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
    ]
  }
}

resource network 'Microsoft.Network/virtualNetworks@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: [addresses.network] }
    // Subnets stand here and not as resources of their own: redeploying a network without them would remove them.
    subnets: [
      {
        name: 'nodes'
        properties: {
          addressPrefix: addresses.nodes
          defaultOutboundAccess: false // nodes leave through the cluster's load balancer
        }
      }
      {
        name: 'postgres'
        properties: {
          addressPrefix: addresses.postgres
          serviceEndpoints: [{ service: 'Microsoft.Storage' }] // the server keeps its log and backups there, and adds it itself
          delegations: [
            {
              name: 'postgres'
              properties: { serviceName: 'Microsoft.DBforPostgreSQL/flexibleServers' }
            }
          ]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: addresses.endpoints
          defaultOutboundAccess: false
          networkSecurityGroup: { id: endpointsGroup.id }
          privateEndpointNetworkPolicies: 'NetworkSecurityGroupEnabled'
        }
      }
    ]
  }

  resource nodes 'subnets' existing = { name: 'nodes' }
  resource postgres 'subnets' existing = { name: 'postgres' }
  resource endpoints 'subnets' existing = { name: 'endpoints' }
}

@description('ID of the network.')
output networkId string = network.id

@description('ID of the subnet for nodes.')
output nodesSubnetId string = network::nodes.id

@description('ID of the subnet for the database.')
output postgresSubnetId string = network::postgres.id

@description('ID of the subnet for private endpoints.')
output endpointsSubnetId string = network::endpoints.id
