# What the launcher says, in the language asked for. Sourced by ./cuntu.

# zh unless the environment says English.
language() {
  case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
    en | en_* | en.* | en-*) echo en ;;
    *) echo zh ;;
  esac
}

# say ZH EN: one line on stderr.
say() {
  if [ "$(language)" = en ]; then echo "$2" >&2; else echo "$1" >&2; fi
}

# refuse ZH EN: a condition that the user has to mend, in both languages.
refuse() {
  printf '%s\n%s\n' "$1" "$2" >&2
  return 1
}
