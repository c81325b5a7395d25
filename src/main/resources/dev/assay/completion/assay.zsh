#compdef assay
# Completion of assay in zsh: eval "$(assay completion zsh)", in ~/.zshrc, after compinit.
_assay() {
  local -a found
  found=("${(@f)$(${(Q)~words[1]} __complete "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
  found=("${(@)found:#}")
  if (( ${#found} )); then
    compadd -- "${found[@]}"
  else
    _files
  fi
}
compdef _assay assay
