using System.Buffers.Binary;
using System.IO.Compression;
using Alys.Content.Text;

namespace Alys.Tests.Content.Text;

public sealed class LightImagesTests
{
    [Fact]
    public void APictureGetsALightAndAFullVariantInWebP()
    {
        var image = LightImages.Make(Png(1600, 900));
        Assert.Equal((480, 270), (image.Light.Width, image.Light.Height));
        Assert.Equal((960, 540), (image.Full.Width, image.Full.Height));
        Assert.Equal("image/webp", LightImages.TypeOf(image.Light.Bytes));
        Assert.True(image.Light.Bytes.Length < image.Full.Bytes.Length);
    }

    [Fact]
    public void TheLightVariantIsAlsoAvifWhereThatIsSmaller()
    {
        var image = LightImages.Make(File.ReadAllBytes(Path.Combine(TestDatabase.World, "media", "index-tree.png")));
        Assert.True(image.Avif!.Bytes.Length < image.Light.Bytes.Length);
        Assert.Equal("ftypavif", System.Text.Encoding.ASCII.GetString(image.Avif.Bytes, 4, 8));
        Assert.Equal((image.Light.Width, image.Light.Height), (image.Avif.Width, image.Avif.Height));
        Assert.Null(LightImages.Make(Png(3, 3)).Avif);
    }

    [Fact]
    public void ASmallPictureIsNotBlownUp()
    {
        var image = LightImages.Make(Png(100, 50));
        Assert.Equal((100, 50), (image.Full.Width, image.Full.Height));
    }

    [Fact]
    public void APictureThatClaimsGigapixelsIsRefusedBeforeUnpacking() =>
        Assert.Contains("pixels", Assert.Throws<ImageNotReadException>(() => LightImages.Make(Png(60_000, 60_000, isEmpty: true))).Message);

    [Fact]
    public void ATruncatedPictureIsRefused() =>
        Assert.Throws<ImageNotReadException>(() => LightImages.Make(Png(1600, 900)[..2000]));

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")]
    [InlineData("%PDF-1.4")]
    [InlineData("")]
    [InlineData("not a picture")]
    public void WhatIsNoPictureIsRefused(string bytes) =>
        Assert.Throws<ImageNotReadException>(() => LightImages.Make(System.Text.Encoding.UTF8.GetBytes(bytes)));

    /// <summary>A PNG of our own with a pattern, or with a header that promises more than it holds.</summary>
    internal static byte[] Png(int width, int height, bool isEmpty = false)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        header[9] = 2;
        Chunk(file, "IHDR", header);
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Fastest, true))
        {
            for (var y = 0; y < (isEmpty ? 1 : height); y++)
            {
                var row = new byte[1 + (3 * width)];
                for (var x = 0; x < width; x++)
                {
                    row[1 + (3 * x)] = (byte)(x * y % 251);
                    row[2 + (3 * x)] = (byte)(x + y);
                }
                zlib.Write(row);
            }
        }
        Chunk(file, "IDAT", data.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static void Chunk(Stream file, string type, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        file.Write(length);
        byte[] body = [.. System.Text.Encoding.ASCII.GetBytes(type), .. data];
        file.Write(body);
        var sum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc(body));
        file.Write(sum);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
            }
        }
        return ~crc;
    }
}
