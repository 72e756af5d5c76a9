metadata name = 'Key Vault'
metadata description = 'The Key Vault of a region. Secrets are read by workload identities and by deployments, and by nobody else.'

@description('Required. Name of the vault.')
@minLength(3)
@maxLength(24)
param name string

@description('Required. Azure region.')
param location string

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: name
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    // The passwords of the database and the sessions hang on it: a deleted vault can be recovered and not purged.
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    // getSecret() in region.bicep: Azure Resource Manager hands the password to the database.
    enabledForTemplateDeployment: true
    enabledForDeployment: false
    enabledForDiskEncryption: false
    // No network of ours exists yet, and the people who store the secrets come from outside: the public address stays,
    // behind a firewall that lets nobody in until they add their own address for as long as they need it. Azure
    // Resource Manager passes it as a trusted service; pods use the private endpoint that main.bicep adds.
    publicNetworkAccess: 'Enabled'
    networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices', ipRules: [], virtualNetworkRules: [] }
  }
}

@description('Name of the vault.')
output name string = vault.name
