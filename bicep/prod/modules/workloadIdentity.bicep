metadata name = 'Workload identity'
metadata description = 'An identity that pods take on by their service account, and the secrets that they may read.'

import { tagsType } from '../types.bicep'

@description('Required. Name of the identity.')
@minLength(3)
@maxLength(128)
param name string

@description('Required. Azure region.')
param location string

@description('Required. Tags.')
param tags tagsType

@description('Required. Who vouches for the cluster\'s service accounts.')
param issuer string

@description('Required. Service accounts whose pods are the identity.')
param serviceAccounts serviceAccountType[]

@description('Required. Name of the Key Vault.')
param vaultName string

@description('Required. Names of the secrets; other secrets of the vault stay closed.')
param secrets string[]

@description('The role Key Vault Secrets User.')
var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

@batchSize(1) // Azure refuses two credentials of one identity at the same time
resource credentials 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2024-11-30' = [
  for account in serviceAccounts: {
    parent: identity
    name: '${account.namespace}-${account.name}'
    properties: {
      issuer: issuer
      subject: 'system:serviceaccount:${account.namespace}:${account.name}'
      audiences: ['api://AzureADTokenExchange']
    }
  }
]

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: vaultName
}

resource readable 'Microsoft.KeyVault/vaults/secrets@2025-05-01' existing = [
  for secret in secrets: {
    parent: vault
    name: secret
  }
]

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (secret, index) in secrets: {
    scope: readable[index]
    name: guid(vault.id, secret, name, secretsUser)
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
    }
  }
]

@description('Client ID of the identity, for the service accounts.')
output clientId string = identity.properties.clientId

@description('ID of its service principal, for further roles.')
output principalId string = identity.properties.principalId

@sealed()
@description('A Kubernetes service account.')
type serviceAccountType = {
  @description('Its namespace.')
  namespace: string

  @description('Its name.')
  name: string
}
