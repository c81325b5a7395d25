[@config alias="bee" schema="extra" /]
select * from ${ref("g")}
