[#function f a b="x"][#return a + b][/#function]
