// What foundation.bicep creates for environment staging. Written by Berth, edits are overwritten:
// change the value file instead.
using './foundation.bicep'

param environmentName = 'staging'

param regions = [
  'northeurope'
]
