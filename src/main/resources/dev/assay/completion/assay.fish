# Completion of assay in fish: assay completion fish | source, in ~/.config/fish/config.fish.
function __assay_found
    set -l typed (commandline -opc)
    set -l program $typed[1]
    set -l current (commandline -ct)
    set -e typed[1]
    $program __complete $typed "$current" 2>/dev/null
end
complete -c assay -f -a '(__assay_found)'
for option in project-dir profiles-dir target-path
    complete -c assay -l $option -r -F
end
