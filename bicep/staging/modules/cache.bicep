metadata name = 'Cache'
metadata description = 'The Redis cache by which the replicas of Open WebUI share their sessions, and the secret by which they find it.'

import { cacheType, tagsType } from '../types.bicep'

@description('Required. Name of the cache.')
@minLength(1)
@maxLength(60)
param name string

@description('Required. Azure region.')
param location string

@description('Required. Tags.')
param tags tagsType

@description('Required. Size.')
param cache cacheType

@description('Required. Name of the Key Vault that gets the secret.')
param vaultName string

resource redis 'Microsoft.Cache/redisEnterprise@2025-07-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: cache.size }
  properties: {
    publicNetworkAccess: 'Disabled'
    highAvailability: cache.highAvailability
    minimumTlsVersion: '1.2'
  }

  resource database 'databases' = {
    name: 'default'
    properties: {
      clientProtocol: 'Encrypted'
      port: 10000
      clusteringPolicy: 'NoCluster' // Open WebUI speaks to one server
      evictionPolicy: 'VolatileLRU'
      // Open WebUI cannot use Entra tokens for Redis, so it gets the key. The cache has no public address.
      accessKeysAuthentication: 'Enabled'
    }
  }
}

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: vaultName

  resource url 'secrets' = {
    name: 'webui-redis-url'
    tags: tags
    properties: {
      contentType: 'text/plain'
      value: 'rediss://:${uriComponent(redis::database.listKeys().primaryKey)}@${redis.properties.hostName}:${redis::database.properties.port}/0'
    }
  }
}

@description('ID of the cache.')
output id string = redis.id
