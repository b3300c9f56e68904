package org.cuntu.platform.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** How heads are signed. Public keys are SubjectPublicKeyInfo, private ones PKCS#8, both DER. Thread safe. */
public enum SignatureKind {
    /** SM2 with SM3 on sm2p256v1, signer's id 1234567812345678, signature r‖s of 64 bytes (GB/T 32918.2, .5). */
    SM2 {
        @Override
        AsymmetricCipherKeyPair pair(SecureRandom random) {
            ECKeyPairGenerator generator = new ECKeyPairGenerator();
            generator.init(new ECKeyGenerationParameters(
                    new ECNamedDomainParameters(
                            GMObjectIdentifiers.sm2p256v1, GMNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1)),
                    random));
            return generator.generateKeyPair();
        }

        @Override
        Signer signer(boolean signs, AsymmetricKeyParameter key) {
            CipherParameters with = signs ? new ParametersWithRandom(key, new SecureRandom()) : key;
            SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
            signer.init(signs, new ParametersWithID(with, SIGNER));
            return signer;
        }
    },
    /** RFC 8032. */
    ED25519 {
        @Override
        AsymmetricCipherKeyPair pair(SecureRandom random) {
            Ed25519KeyPairGenerator generator = new Ed25519KeyPairGenerator();
            generator.init(new Ed25519KeyGenerationParameters(random));
            return generator.generateKeyPair();
        }

        @Override
        Signer signer(boolean signs, AsymmetricKeyParameter key) {
            Ed25519Signer signer = new Ed25519Signer();
            signer.init(signs, key);
            return signer;
        }
    };

    private static final byte[] SIGNER = "1234567812345678".getBytes(StandardCharsets.US_ASCII);

    abstract AsymmetricCipherKeyPair pair(SecureRandom random);

    abstract Signer signer(boolean signs, AsymmetricKeyParameter key);

    /** A new pair of keys. */
    public SigningKey generate() {
        AsymmetricCipherKeyPair pair = pair(new SecureRandom());
        try {
            byte[] publicKey = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(pair.getPublic())
                    .getEncoded();
            byte[] privateKey = PrivateKeyInfoFactory.createPrivateKeyInfo(pair.getPrivate())
                    .getEncoded();
            return new SigningKey(ProofKey.of(this, publicKey), privateKey);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] sign(byte[] privateKey, byte[] message) {
        try {
            Signer signer = signer(true, PrivateKeyFactory.createKey(privateKey));
            signer.update(message, 0, message.length);
            return signer.generateSignature();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CryptoException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether this is the key's signature of the message; a key of another kind has signed nothing. */
    public boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        try {
            Signer signer = signer(false, PublicKeyFactory.createKey(publicKey));
            signer.update(message, 0, message.length);
            return signature.length == 64 && signer.verifySignature(signature);
        } catch (IOException | ClassCastException | IllegalArgumentException | IllegalStateException e) {
            return false;
        }
    }
}
