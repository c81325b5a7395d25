[#-- load_extension(extension) --]
load ${extension}
