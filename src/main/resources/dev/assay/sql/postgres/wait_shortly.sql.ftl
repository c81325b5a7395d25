[#-- wait_shortly(milliseconds): readers queue behind us while we wait --]
set local lock_timeout = ${milliseconds}
