[#--
  Every feed spells a product's number its own way: SKU-0001, "sku 0001", 0001. One spelling inside the house: SKU-0001.
  Snowflake replaces all of what it finds unasked, and knows no 'g'.
--]
[#function canonical column]
  [#local everywhere = (target.type == "snowflake")?then("", ", 'g'")]
  [#return "'SKU-' || lpad(regexp_replace(cast(" + column + " as varchar), '[^0-9]', ''" + everywhere + "), 4, '0')"]
[/#function]
