metadata name = 'Database'
metadata description = 'The PostgreSQL server of Open WebUI, with pgvector, and the secret by which Open WebUI finds it.'

import { databaseType, tagsType } from '../types.bicep'

@description('Required. Name of the server.')
@minLength(3)
@maxLength(63)
param name string

@description('Required. Azure region.')
param location string

@description('Required. Tags.')
param tags tagsType

@description('Required. ID of the network that resolves the name.')
param networkId string

@description('Required. ID of the delegated subnet.')
param subnetId string

@description('Required. Version and size.')
param database databaseType

@description('Required. Password of the administrator.')
@secure()
param password string

@description('Required. Name of the Key Vault that gets the secret.')
param vaultName string

@description('Login of the administrator. Open WebUI uses it: it creates its tables and the extension.')
var login = 'berth'

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'webui.private.postgres.database.azure.com'
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

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2025-08-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: database.size, tier: database.tier }
  properties: {
    version: database.version
    administratorLogin: login
    administratorLoginPassword: password
    // Open WebUI knows only a user and a password in a URL.
    authConfig: { activeDirectoryAuth: 'Disabled', passwordAuth: 'Enabled' }
    network: {
      publicNetworkAccess: 'Disabled'
      delegatedSubnetResourceId: subnetId
      privateDnsZoneArmResourceId: zone.id
    }
    // It does not grow by itself: the next deployment would ask for the old size, which the server refuses.
    storage: { storageSizeGB: database.storageGib, autoGrow: 'Disabled' }
    backup: { backupRetentionDays: database.backupDays, geoRedundantBackup: 'Disabled' }
    // A second server would double the price; without it a failure of the host costs a restart.
    highAvailability: { mode: 'Disabled' }
    maintenanceWindow: { customWindow: 'Enabled', dayOfWeek: 0, startHour: 1, startMinute: 0 }
  }
  dependsOn: [zone::link] // the server looks up its own name

  resource extensions 'configurations' = {
    name: 'azure.extensions'
    properties: { value: 'VECTOR', source: 'user-override' }
  }

  resource webui 'databases' = {
    name: 'webui'
    properties: { charset: 'UTF8', collation: 'en_US.utf8' }
    dependsOn: [extensions] // the server takes one change at a time
  }
}

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: vaultName

  resource url 'secrets' = {
    name: 'webui-database-url'
    tags: tags
    properties: {
      contentType: 'text/plain'
      value: 'postgresql://${login}:${uriComponent(password)}@${server.properties.fullyQualifiedDomainName}:5432/${server::webui.name}?sslmode=require'
    }
  }
}
