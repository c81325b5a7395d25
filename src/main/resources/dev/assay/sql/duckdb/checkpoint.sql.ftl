[#-- checkpoint() --]
checkpoint
