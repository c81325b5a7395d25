[#--
  Every feed spells a product's number its own way: SKU-0001, "sku 0001", 0001. One spelling inside the house: SKU-0001.
--]
[#function canonical column]
  [#return "'SKU-' || lpad(regexp_replace(cast(" + column + " as varchar), '[^0-9]', '', 'g'), 4, '0')"]
[/#function]
