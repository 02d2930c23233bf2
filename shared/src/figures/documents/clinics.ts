/** The question of the funnel plot of clinics, whole and plain, so that tools can read it as it stands. */
export const clinicsDocument = /* GraphQL */ `
  query ClinicsFigure(
    $release: ID!
    $where: CohortInput
    $outcome: OutcomeInput!
    $visit: Visit!
    $of: ClinicEvent!
  ) {
    cohort(release: $release, where: $where) {
      sentence
      patients {
        value
        hidden
      }
      notApplied {
        dimension
        sentence
      }
      release {
        id
        number
        publishedOn
        checksum
        dataset {
          name
          title
          kind
          licence
          citation
        }
      }
      disclosure {
        profile
        smallestCount
        roundedTo
        sentence
      }
      clinics(outcome: $outcome, visit: $visit, of: $of) {
        answered {
          notApplied {
            dimension
            sentence
          }
          release {
            id
            number
            publishedOn
            checksum
          }
        }
        of
        visit
        caseMix
        clinics
        patients {
          value
          hidden
        }
        events {
          value
          hidden
        }
        overall {
          value
          lower
          upper
          hidden
          bound
        }
        points {
          patients {
            value
            hidden
          }
          events {
            value
            hidden
          }
          share {
            value
            lower
            upper
            hidden
            bound
          }
          expected {
            value
            lower
            upper
            hidden
            bound
          }
          adjusted {
            value
            lower
            upper
            hidden
            bound
          }
          limit {
            patients
            lower95
            upper95
            lower998
            upper998
          }
          place
          adjustedPlace
          isOwn
        }
        limits {
          patients
          lower95
          upper95
          lower998
          upper998
        }
        unadjusted {
          phi {
            value
            lower
            upper
            hidden
            bound
          }
          widened {
            patients
            lower95
            upper95
            lower998
            upper998
          }
        }
        adjusted {
          phi {
            value
            lower
            upper
            hidden
            bound
          }
          widened {
            patients
            lower95
            upper95
            lower998
            upper998
          }
        }
      }
    }
  }
`;
