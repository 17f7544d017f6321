import { createContext } from 'react';

/** The versions that answer where nobody names one, by the names of their collections; empty until they are known. */
export const DefaultVersions = createContext<ReadonlyMap<string, string>>(new Map());
