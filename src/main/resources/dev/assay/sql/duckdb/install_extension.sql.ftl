[#-- install_extension(extension) --]
install ${extension}
