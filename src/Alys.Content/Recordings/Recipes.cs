namespace Alys.Content.Recordings;

/// <summary>How each rung is made. The bit rates hold for the sum of picture, sound and packing.</summary>
internal static class Recipes
{
    /// <summary>Lines of the rungs that have a picture.</summary>
    public const int LowLines = 240, HighLines = 480, SlidesLines = 360;

    private static readonly string[] Fragments = ["-movflags", "+empty_moov+default_base_moof+global_sidx", "-f", "mp4"];
    private static readonly string[] KeyedFragments = ["-movflags", "+frag_keyframe+empty_moov+default_base_moof+global_sidx", "-f", "mp4"];

    /// <summary>The rungs that a recording gets; none is above the source.</summary>
    public static IEnumerable<Rung> For(RecordingFacts facts)
    {
        if (facts.HasSound) yield return Rung.Sound;
        if (facts.HasVideo) yield return Rung.Slides;
        if (facts.HasVideo) yield return Rung.Low;
        if (Math.Min(facts.Width, facts.Height) >= HighLines) yield return Rung.High;
        if (facts.HasSound) yield return Rung.SoundFile;
        if (facts.HasVideo) yield return Rung.VideoFile;
        if (facts.HasVideo) yield return Rung.Poster;
    }

    /// <summary>The rung that a plain file only packs anew, if it does.</summary>
    public static Rung? PackedFrom(Rung rung) => rung switch { Rung.SoundFile => Rung.Sound, Rung.VideoFile => Rung.Low, _ => null };

    public static string[] Output(Rung rung, RecordingFacts facts) => rung switch
    {
        // 28 kbit/s of speech; segments of eight seconds.
        Rung.Sound => ["-map", "0:a:0", "-vn", .. Sound("28k", "24000"), "-frag_duration", "8000000", .. Fragments],
        // A picture a second costs next to nothing while the slide stays; a new slide has the reserve of twenty seconds. 22 + 18 kbit/s.
        Rung.Slides => ["-map", "0:v:0", .. Picture(1, SlidesLines, "17k", "18k", "360k"), "-tune", "stillimage", "-g", "20", "-keyint_min", "20", .. SoundBeside(facts, "22k", "24000"), .. KeyedFragments],
        Rung.Low => ["-map", "0:v:0", .. Picture(15, LowLines, "115k", "125k", "500k"), "-g", "120", "-keyint_min", "120", "-sc_threshold", "0", .. SoundBeside(facts, "30k", "32000"), .. KeyedFragments],
        Rung.High => ["-map", "0:v:0", .. Picture(25, HighLines, "440k", "480k", "1900k"), "-g", "200", "-keyint_min", "200", "-sc_threshold", "0", .. SoundBeside(facts, "48k", "44100"), .. KeyedFragments],
        Rung.Poster => ["-map", "0:v:0", "-an", "-frames:v", "1", "-vf", "scale='min(640,iw)':-2,setsar=1", "-c:v", "png", "-f", "image2", "-update", "1"],
        _ => ["-c", "copy", "-movflags", "+faststart", "-f", "mp4"],
    };

    private static string[] Sound(string rate, string samples) => ["-c:a", "aac", "-b:a", rate, "-ac", "1", "-ar", samples];

    private static string[] SoundBeside(RecordingFacts facts, string rate, string samples) => facts.HasSound ? ["-map", "0:a:0", .. Sound(rate, samples)] : ["-an"];

    // The lines are counted on the shorter side, so that what was filmed upright on a phone keeps its height. No B-frames: they would shift the start by two pictures.
    private static string[] Picture(int perSecond, int lines, string rate, string most, string reserve) =>
    [
        "-vf", string.Create(CultureInfo.InvariantCulture, $"fps={perSecond},scale='if(gt(iw,ih),-2,trunc(min({lines},iw)/2)*2)':'if(gt(iw,ih),trunc(min({lines},ih)/2)*2,-2)',setsar=1"),
        "-c:v", "libx264", "-preset", "veryfast", "-profile:v", "main", "-pix_fmt", "yuv420p", "-bf", "0", "-b:v", rate, "-maxrate", most, "-bufsize", reserve,
    ];
}
