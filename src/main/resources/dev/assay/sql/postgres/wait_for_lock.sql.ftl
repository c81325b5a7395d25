[#-- wait_for_lock(milliseconds): for how long statements of this session wait for a lock; 0 for ever --]
set lock_timeout = ${milliseconds}
