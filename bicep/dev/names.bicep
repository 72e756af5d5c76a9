metadata description = 'Names of everything that several files refer to. They follow from the environment and the region.'

@export()
@description('Name of an environment: part of every name below.')
@minLength(2)
@maxLength(12)
type environmentNameType = string

@export()
@description('The resource group of a region.')
func resourceGroupName(environment string, region string) string => 'rg-llm-${environment}-${region}'

@export()
@description('The cluster of a region.')
func clusterName(environment string, region string) string => 'aks-${environment}-${region}'

@export()
@description('The network of a region.')
func networkName(environment string, region string) string => 'vnet-${environment}-${region}'

@export()
@description('An identity of a region.')
func identityName(role string, environment string, region string) string => 'id-${role}-${environment}-${region}'

@export()
@description('The Key Vault of a region. The name is unique in the world and has at most 24 characters.')
func vaultName(subscription string, environment string, region string) string =>
  take('kv${environment}${uniqueString(subscription, environment, region)}', 24)

@export()
@description('The storage account of a region. The name is unique in the world and has at most 24 characters.')
func storageName(subscription string, environment string, region string) string =>
  take('st${environment}${uniqueString(subscription, environment, region)}', 24)

@export()
@description('The storage account of a region\'s queues. The name is unique in the world and has at most 24 characters.')
func queueAccountName(subscription string, environment string, region string) string =>
  take('sq${environment}${uniqueString(subscription, environment, region)}', 24)

@export()
@description('A server of a region with a public name, such as the database.')
func serverName(kind string, subscription string, environment string, region string) string =>
  '${kind}-${environment}-${uniqueString(subscription, environment, region)}'
