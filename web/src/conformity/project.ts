/** The words of a project that rules read; names stand in the message files. */
export const KINDS = ['batch', 'single', 'temporary']
export const LEVELS = ['ordinary', 'provincial-major', 'national-major']
/** A short list of YDYH2023; a file or a sample may bring another code. */
export const PURPOSES = ['0701', '0703', '0801', '0804', '0806', '0901', '1001', '1002', '1101', '1201', '1202', '1301', '1303', '1401', '1506', '0601', '0602']
