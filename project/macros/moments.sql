[#--
  The tills write their own local time and how far it is from London: 2026-10-01T17:30:13+02:00. The same moment in UTC.
--]
[#function utc text]
  [#if target.type == "snowflake"]
    [#return "cast(convert_timezone('UTC', cast(" + text + " as timestamp_tz)) as timestamp_ntz)"]
  [/#if]
  [#return "cast(cast(" + text + " as timestamp with time zone) at time zone 'UTC' as timestamp)"]
[/#function]
