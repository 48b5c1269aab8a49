namespace Alys.Formats.Archives;

// The checksum of ZIP (APPNOTE 4.4.7), which the framework's reader does not compare.
static class Crc32
{
    internal const uint Start = 0xFFFFFFFF;

    static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(n =>
    {
        var c = (uint)n;
        for (var k = 0; k < 8; k++)
        {
            c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
        }
        return c;
    })];

    internal static uint Add(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            crc = Table[(byte)(crc ^ b)] ^ (crc >> 8);
        }
        return crc;
    }

    internal static uint Finish(uint crc) => crc ^ 0xFFFFFFFF;
}
