// What foundation.bicep creates for environment prod. Written by Berth, edits are overwritten:
// change the value file instead.
using './foundation.bicep'

param environmentName = 'prod'

param regions = [
  'westeurope'
]
