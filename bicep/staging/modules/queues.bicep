metadata name = 'Queues'
metadata description = 'The storage account of a region with the queues that scale groups. Workers take messages out of them; KEDA counts what is in them and can change nothing.'

import { queueNameType, tagsType } from '../types.bicep'

@description('Required. Name of the account.')
@minLength(3)
@maxLength(24)
param name string

@description('Required. Azure region.')
param location string

@description('Required. Tags.')
param tags tagsType

@description('Required. Names of the queues.')
@minLength(1)
param queues queueNameType[]

@description('Required. Name of the identity that counts messages.')
param counterName string

@description('Required. ID of its service principal.')
param counterId string

@description('The role Storage Queue Data Reader.')
var queueReader = '19e7f393-937e-4f77-808e-94535e297925'

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: {
    publicNetworkAccess: 'Disabled'
    networkAcls: { defaultAction: 'Deny', bypass: 'None' }
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }

  resource service 'queueServices' = {
    name: 'default'
    properties: {}
  }
}

resource all 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-06-01' = [
  for queue in queues: {
    parent: account::service
    name: queue
  }
]

resource counted 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (queue, index) in queues: {
    scope: all[index]
    name: guid(account.id, queue, counterName, queueReader)
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', queueReader)
      principalId: counterId
      principalType: 'ServicePrincipal'
    }
  }
]

@description('ID of the account.')
output id string = account.id
