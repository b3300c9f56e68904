package org.cuntu.platform.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that others published: RFC 6962's reference tree, GB/T 32905 (SM3), GB/T 32918.5 (SM2), RFC 8032 (Ed25519). */
class PublishedVectorsTest {
    private static final HexFormat HEX = HexFormat.of();
    /** The leaves of the reference implementation of Certificate Transparency, all of bytes below 0x80. */
    private static final List<String> LEAVES =
            List.of("", "\u0000", "\u0010", " !", "01", "@ABC", "PQRSTUVW", "`abcdefghijklmno");

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void rootsOfTheReferenceTree(int size, String root) {
        assertThat(HEX.formatHex(grown(size).root())).isEqualTo(root);
    }

    @Test
    void aPathOfTheReferenceTree() {
        List<String> path = List.of(
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");

        InclusionProof proof = new InclusionProof(0, 8, HEX.formatHex(grown(8).root()), path);

        assertThat(proof.holds(HashKind.SHA_256, "")).isTrue();
        assertThat(proof.holds(HashKind.SHA_256, "x")).isFalse();
        assertThat(texts(tree().path(0, 8))).isEqualTo(path);
    }

    @Test
    void aConsistencyOfTheReferenceTree() {
        List<String> path = List.of(
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        String six = HEX.formatHex(grown(6).root());
        String eight = HEX.formatHex(grown(8).root());

        assertThat(texts(tree().consistency(6, 8))).isEqualTo(path);
        assertThat(new ConsistencyProof(6, six, 8, eight, path).holds(HashKind.SHA_256))
                .isTrue();
        assertThat(new ConsistencyProof(5, six, 8, eight, path).holds(HashKind.SHA_256))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "abc, 66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
        "abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd,"
                + " debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"
    })
    void sm3OfTheStandardsExamples(String message, String hash) {
        assertThat(HashKind.SM3.plain(message.getBytes(US_ASCII))).isEqualTo(hash);
    }

    @Test
    void sm2OfTheStandardsExample() throws IOException {
        ECNamedDomainParameters curve = new ECNamedDomainParameters(
                GMObjectIdentifiers.sm2p256v1, GMNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1));
        ECPublicKeyParameters key = new ECPublicKeyParameters(
                curve.getCurve()
                        .createPoint(
                                new BigInteger("09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020", 16),
                                new BigInteger("CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13", 16)),
                curve);
        byte[] publicKey =
                SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key).getEncoded();
        byte[] signature = HEX.parseHex("F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3"
                + "B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA");

        assertThat(SignatureKind.SM2.verify(publicKey, "message digest".getBytes(US_ASCII), signature))
                .isTrue();
        assertThat(SignatureKind.SM2.verify(publicKey, "message digesT".getBytes(US_ASCII), signature))
                .isFalse();
    }

    @Test
    void ed25519OfTheStandardsFirstTest() throws IOException {
        byte[] publicKey = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(new Ed25519PublicKeyParameters(
                        HEX.parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")))
                .getEncoded();
        byte[] signature = HEX.parseHex("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555"
                + "fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");

        assertThat(SignatureKind.ED25519.verify(publicKey, new byte[0], signature))
                .isTrue();
        assertThat(SignatureKind.ED25519.verify(publicKey, new byte[1], signature))
                .isFalse();
    }

    private static Frontier grown(int size) {
        Frontier frontier = new Frontier(HashKind.SHA_256);
        for (String leaf : LEAVES.subList(0, size)) frontier.append(HashKind.SHA_256.leaf(leaf.getBytes(US_ASCII)));
        return frontier;
    }

    /** Over nodes that a growing edge told of. */
    private static MerkleTree tree() {
        List<List<byte[]>> nodes = new ArrayList<>();
        for (int level = 0; level < 4; level++) nodes.add(new ArrayList<>());
        Frontier frontier = new Frontier(HashKind.SHA_256);
        for (String each : LEAVES) {
            byte[] leaf = HashKind.SHA_256.leaf(each.getBytes(US_ASCII));
            nodes.getFirst().add(leaf);
            frontier.append(leaf, (level, place, hash) -> nodes.get(level).add(hash));
        }
        return new MerkleTree(
                HashKind.SHA_256, (level, place) -> nodes.get(level).get((int) place));
    }

    private static List<String> texts(List<byte[]> hashes) {
        return hashes.stream().map(HEX::formatHex).toList();
    }
}
