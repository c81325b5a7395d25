[#function rows][#return ref("further")][/#function]
