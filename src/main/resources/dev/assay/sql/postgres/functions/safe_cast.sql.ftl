[#-- safe_cast(value, type): before version 16 nothing tries a cast, so the text is looked at first --]
[#assign text = "cast(" + value + " as text)"]
[#assign number = "'^\\s*[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?\\s*$'"]
[#macro whole most]
case when ${text} ~ '^\s*[-+]?\d+\s*$' then
  case when cast(${text} as numeric) between -${most} - 1 and ${most} then cast(${text} as ${type}) end
end[/#macro]
[#assign kind = type?lower_case?trim?replace(r"\s*\(.*", "", "r")]
[#switch kind]
[#case "smallint"][#case "int2"][@whole "32767" /][#break]
[#case "integer"][#case "int"][#case "int4"][@whole "2147483647" /][#break]
[#case "bigint"][#case "int8"][@whole "9223372036854775807" /][#break]
[#case "numeric"][#case "decimal"]
  [#assign sizes = type?replace(r"^[^(]*\(?|\).*$", "", "r")?split(",")]
case when ${text} ~ ${number} then[#if sizes[0]?trim == ""] cast(${text} as numeric)[#else]

  case when abs(round(cast(${text} as numeric), ${sizes[1]!"0"})) < 10::numeric ^ (${sizes[0]} - ${sizes[1]!"0"})
    then cast(${text} as ${type}) end[/#if]
end[#break]
[#case "real"][#case "float4"][#case "double precision"][#case "float8"][#case "float"]
case when ${text} ~* '^\s*[-+]?(nan|inf|infinity)\s*$' then cast(${text} as ${type})
  when ${text} ~ ${number} then
    case when cast(${text} as numeric) = 0
      or abs(cast(${text} as numeric)) between [#if kind == "real" || kind == "float4"]1e-37 and 3.4e38[#else]1e-307 and 1.79e308[/#if]
      then cast(${text} as ${type}) end
end[#break]
[#case "boolean"][#case "bool"]
case when lower(trim(${text})) in ('true', 't', 'yes', 'y', 'on', '1', 'false', 'f', 'no', 'n', 'off', '0')
  then cast(${text} as boolean) end[#break]
[#case "date"][#case "timestamp"][#case "timestamp without time zone"]
case when ${text} ~ '^\s*\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])([ T]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?)?\s*$' then
  case when cast(substr(trim(${text}), 1, 4) as integer) > 0 and cast(substr(trim(${text}), 9, 2) as integer) <=
      extract(day from cast(substr(trim(${text}), 1, 7) || '-01' as date) + interval '1 month' - interval '1 day')
    then cast(${text} as ${type}) end
end[#break]
[#case "text"][#case "varchar"][#case "character varying"]
cast(${value} as ${type})[#break]
[#default]
[#stop "dialect.safe_cast knows no way to try a cast to " + type + " on Postgres"]
[/#switch]
