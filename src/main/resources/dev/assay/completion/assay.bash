# Completion of assay in bash: eval "$(assay completion bash)", in ~/.bashrc.
_assay() {
  local line=${COMP_LINE:0:COMP_POINT} word last IFS=$' \t\n'
  local -a words
  read -ra words <<<"$line"
  [[ $line == *[[:space:]] ]] && words+=("")
  last=${words[${#words[@]} - 1]}
  COMPREPLY=()
  while IFS= read -r word; do
    # bash begins a new word behind each of these; what stands before them is there already.
    COMPREPLY+=("${word#"${last%"${last##*[:=@]}"}"}")
  done < <("${words[0]/#\~/$HOME}" __complete "${words[@]:1}" 2>/dev/null)
}
complete -o default -F _assay assay
