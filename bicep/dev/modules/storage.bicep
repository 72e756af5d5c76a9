metadata name = 'Storage'
metadata description = 'The storage account of a region with its two NFS shares: model files, and uploads of Open WebUI.'

import { sharesType, tagsType } from '../types.bicep'

@description('Required. Name of the account.')
@minLength(3)
@maxLength(24)
param name string

@description('Required. Azure region.')
param location string

@description('Required. Tags.')
param tags tagsType

@description('Required. The shares.')
param shares sharesType

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'FileStorage'
  sku: { name: 'PremiumV2_LRS' }
  properties: {
    publicNetworkAccess: 'Disabled'
    networkAcls: { defaultAction: 'Deny', bypass: 'None' }
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    minimumTlsVersion: 'TLS1_2'
    // This setting is about HTTPS, which NFS does not speak: with it NFS mounts are refused. The encryption of NFS is
    // required below.
    supportsHttpsTrafficOnly: false
  }

  resource files 'fileServices' = {
    name: 'default'
    properties: {
      protocolSettings: { nfs: { encryptionInTransit: { required: true } } }
      shareDeleteRetentionPolicy: { enabled: true, days: 14 }
    }

    resource models 'shares' = {
      name: 'models'
      properties: {
        enabledProtocols: 'NFS'
        // The storage driver opens the mounted folder to the pods' group, as root of the node.
        rootSquash: 'NoRootSquash'
        shareQuota: shares.models.sizeGib
        provisionedIops: shares.models.iops
        provisionedBandwidthMibps: shares.models.throughputMibps
      }
    }

    resource webui 'shares' = {
      name: 'webui'
      properties: {
        enabledProtocols: 'NFS'
        rootSquash: 'NoRootSquash' // as above
        shareQuota: shares.webui.sizeGib
        provisionedIops: shares.webui.iops
        provisionedBandwidthMibps: shares.webui.throughputMibps
      }
    }
  }
}

@description('ID of the account.')
output id string = account.id
