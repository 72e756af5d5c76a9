metadata name = 'Foundation'
metadata description = 'What has to exist before the secrets can be stored: a resource group and a Key Vault per region. Deployed once, then people store the secrets, then main.bicep is deployed.'

targetScope = 'subscription'

import { environmentNameType, resourceGroupName, vaultName } from 'names.bicep'

// ----- Parameters -----

@description('Required. Name of the environment.')
param environmentName environmentNameType

@description('Required. Azure regions of the environment.')
@minLength(1)
param regions string[]

// ----- Resources -----

resource groups 'Microsoft.Resources/resourceGroups@2025-04-01' = [
  for region in regions: {
    name: resourceGroupName(environmentName, region)
    location: region
    tags: { environment: environmentName, 'managed-by': 'berth' }
  }
]

module vaults 'modules/vault.bicep' = [
  for (region, index) in regions: {
    scope: groups[index]
    params: {
      name: vaultName(subscription().subscriptionId, environmentName, region)
      location: region
    }
  }
]

// ----- Outputs -----

@description('Where the secrets have to be stored.')
output vaults vaultType[] = [
  for (region, index) in regions: {
    region: region
    resourceGroup: groups[index].name
    name: vaults[index].outputs.name
  }
]

@sealed()
@description('A Key Vault.')
type vaultType = {
  @description('Its region.')
  region: string

  @description('Its resource group.')
  resourceGroup: string

  @description('Its name.')
  name: string
}
