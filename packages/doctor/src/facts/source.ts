/** Where a value is from, in Japanese; files have the same name in every language. */
export const sourceInJapanese = (source: string) => (source === 'environment' ? '環境変数' : source)
