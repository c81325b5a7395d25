[#-- at_moment(relation, moment): what it held then --]
${relation} at (timestamp => ${moment}::timestamp_tz)
