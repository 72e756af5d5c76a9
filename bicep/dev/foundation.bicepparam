// What foundation.bicep creates for environment dev. Written by Berth, edits are overwritten:
// change the value file instead.
using './foundation.bicep'

param environmentName = 'dev'

param regions = [
  'swedencentral'
]
