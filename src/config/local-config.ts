/** The config of a repository, relative to its folder: used there where nobody names another. */
export const LOCAL_CONFIG = 'config/signpost.yaml';
